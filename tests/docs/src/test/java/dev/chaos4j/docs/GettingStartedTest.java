package dev.chaos4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the tests in docs/getting-started.md print is what it says, and its coordinates are those of this build. */
class GettingStartedTest {

    private static final Pattern COORDINATE = Pattern.compile(
            "<groupId>dev\\.chaos4j</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>"
                    + "|dev\\.chaos4j:([a-z0-9-]+):([^'\"\\s]+)['\"]");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    private final Page page = Page.read(Tree.root().resolve("docs/getting-started.md"));

    @Test
    void theTestsInItFailAsItSays() {
        List<String> shown = page.blocks("text").stream().map(Block::text).toList();

        assertThat(shown)
                .containsExactly(
                        Printed.by("dev.chaos4j.docs.checkout.CheckoutTest"),
                        Printed.by("dev.chaos4j.docs.checkout.ForgottenTest"));
    }

    @Test
    void itsCoordinatesAreThoseOfThisBuild() throws IOException {
        String pom = Files.readString(Tree.root().resolve("pom.xml"));
        String version = first(VERSION, pom);
        List<MatchResult> named = coordinates("xml");
        List<MatchResult> inShort = coordinates("groovy");

        assertThat(named).hasSizeGreaterThanOrEqualTo(2).allSatisfy(each -> {
            assertThat(pom).contains("<artifactId>" + each.group(1) + "</artifactId>");
            assertThat(each.group(2)).isEqualTo(version);
        });
        assertThat(inShort).hasSizeGreaterThanOrEqualTo(2).allSatisfy(each -> {
            assertThat(pom).contains("<artifactId>" + each.group(3) + "</artifactId>");
            assertThat(each.group(4)).isEqualTo(version);
        });
    }

    private List<MatchResult> coordinates(String language) {
        return page.blocks(language).stream()
                .flatMap(block -> COORDINATE.matcher(block.text()).results())
                .toList();
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }
}
