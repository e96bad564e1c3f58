package io.sluice.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.documentation.Page.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void findsBlocksWithTheLineTheirCodeBeginsAt() {
        assertThat(blocks("# Title", "```java", "one();", "two();", "```", "text", "```xml", "<a/>", "```"))
                .containsExactly(new Block("java", 3, "one();\ntwo();"), new Block("xml", 8, "<a/>"));
    }

    @Test
    void findsBlocksInListsAndQuotationsAndUnderTildes() {
        assertThat(blocks("- item", "  ```java", "  one();", "  ```", "~~~java", "two();", "~~~"))
                .extracting(Block::language)
                .containsExactly("java", "java");
        assertThat(blocks("> ```java", "> one();", "> ```", "two")).containsExactly(new Block("java", 2, "one();"));
    }

    @Test
    void readsTheLanguageWhateverItsCaseAndWhateverFollowsIt() {
        assertThat(blocks("```Java title=\"x\"", "```"))
                .extracting(Block::language)
                .containsExactly("java");
    }

    @Test
    void leavesAShorterFenceInsideALongerOneAlone() {
        assertThat(blocks("````text", "```java", "```", "````")).containsExactly(new Block("text", 2, "```java\n```"));
    }

    @Test
    void endsAnOpenBlockWithThePage() {
        assertThat(blocks("```java", "one();")).containsExactly(new Block("java", 2, "one();"));
    }

    @Test
    void takesCodeInsideALineForText() {
        assertThat(blocks("say ```java``` here", "```java``` first")).isEmpty();
    }

    private static List<Block> blocks(String... lines) {
        return Page.parse(List.of(lines)).blocks();
    }
}
