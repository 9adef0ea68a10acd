package dev.chaos4j.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/items/* | /items/1",
                "/items/** | /items/1/parts/2",
                "/items/*/parts | /items/1/parts",
                "** | /anything/at/all",
                "/item? | /items",
                "/{items,parts}/* | /parts/7",
                "/a{,b}c | /ac",
                "/a.b+(c)[d]^$\\ | /a.b+(c)[d]^$\\",
                "/\\Q\\E | /\\Q\\E",
                "/a,b | /a,b",
                "/\uD83D\uDE00* | /\uD83D\uDE00x",
            })
    void matches(String pattern, String text) {
        assertThat(Glob.of("path", pattern.strip(), '/').matches(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/items/* | /items/1/parts",
                "/items | /items/1",
                "/item? | /item",
                "/{items,parts}/* | /item/7",
                "/a.b | /axb",
                "items | /items",
            })
    void doesNotMatch(String pattern, String text) {
        assertThat(Glob.of("path", pattern.strip(), '/').matches(text)).isFalse();
    }

    @Test
    void oneStarIsAsGoodAsTwoWithoutASeparator() {
        assertThat(Glob.of("bucket", "a*", (char) 0).matches("a/b.c\nd")).isTrue();
    }

    @Test
    void ignoresCaseWhereAsked() {
        assertThat(Glob.ignoringCase("host", "*.Example.COM").matches("shop.eXample.com"))
                .isTrue();
        assertThat(Glob.ignoringCase("host", "*.Example.COM").toString()).isEqualTo("*.Example.COM");
    }

    @Test
    void isExactWithoutWildcards() {
        assertThat(Glob.of("bucket", "images", (char) 0).isExact()).isTrue();
        assertThat(Glob.of("bucket", "im*", (char) 0).isExact()).isFalse();
        assertThat(Glob.of("bucket", "im?", (char) 0).isExact()).isFalse();
        assertThat(Glob.of("bucket", "{a,b}", (char) 0).isExact()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a}", "{a", "a}", "{a,{b,c}}", "}{", "{}", "a}b{"})
    void refusesBracesThatListNothing(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glob.of("bucket", pattern, (char) 0))
                .withMessage("The braces in '" + pattern + "' do not list alternatives for the bucket; write {one,two},"
                        + " not nested, or * for any text");
    }

    @Test
    void refusesBlanksThreeStarsAndNovels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glob.of("bucket", " ", (char) 0))
                .withMessage("The bucket of a target must not be blank; leave it out, or use *");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glob.of("bucket", "a***", (char) 0))
                .withMessage("'a***' is no pattern for the bucket: use * within a segment or ** across segments");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glob.of("bucket", "a".repeat(1_001), (char) 0))
                .withMessage("The bucket of a target has 1001 characters, but at most 1000 are allowed");
    }
}
