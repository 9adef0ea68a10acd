package dev.chaos4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between files of this project. Links into the Web are not followed: a build must not depend on it. */
class LinksTest {

    static Stream<Page> pages() {
        return Tree.pages().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachLinkLeadsToAFileAndAHeading(Page page) {
        assertThat(deadLinks(page)).as("dead links in %s", page).isEmpty();
    }

    @Test
    void noticesDeadLinks() {
        Page page = new Page(
                Tree.root().resolve("README.md"),
                List.of(
                        "[ok](#test-it) [dead](#no-such-heading)",
                        "[dead](docs/no-such-file.md), [ok](pom.xml), `[code](nowhere.md)`",
                        "```",
                        "[code](nowhere.md)",
                        "```"));

        assertThat(deadLinks(page)).containsExactly("line 1: #no-such-heading", "line 2: docs/no-such-file.md");
    }

    private static List<String> deadLinks(Page page) {
        List<String> dead = new ArrayList<>();
        page.links().forEach((link, line) -> {
            if (!link.matches("[a-z]+:.*") && !leadsSomewhere(page, link)) {
                dead.add("line " + line + ": " + link);
            }
        });
        return dead;
    }

    private static boolean leadsSomewhere(Page page, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target =
                file.isEmpty() ? page.path() : page.path().resolveSibling(file).normalize();
        if (!target.startsWith(Tree.root()) || !Files.exists(target)) {
            return false;
        }
        return hash < 0 || Page.read(target).anchors().contains(link.substring(hash + 1));
    }
}
