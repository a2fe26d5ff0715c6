package ru.nms.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void everyCodeHasATextInBothLanguages() throws IOException {
        var russian = bundle("ru");
        var english = bundle("en");
        assertThat(russian.keySet()).isEqualTo(english.keySet());
        assertThat(Arrays.stream(TableCode.values()).map(TableCode::code)).allSatisfy(code -> assertThat(russian).containsKey(code));
        assertThat(russian.entrySet()).allSatisfy(entry ->
                assertThat(placeholders(entry.getValue())).isEqualTo(placeholders(english.get(entry.getKey()))));
    }

    @Test
    void everyCodeIsDocumented() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "imports.md"));
        assertThat(Arrays.stream(TableCode.values()).map(TableCode::code)).allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    }

    @Test
    void speaksRussianUnlessAskedForEnglish() {
        assertThat(Messages.text("file-empty", List.of(), Locale.FRENCH)).isEqualTo("Файл пуст.");
        assertThat(Messages.text("file-empty", List.of(), Locale.UK)).isEqualTo("The file is empty.");
        assertThat(Messages.text("csv-quotes", List.of(123_456), Locale.of("ru"))).contains("Строка 123456:");
        assertThat(Messages.text("callers-own", List.of(), Locale.UK)).isEqualTo("callers-own");
    }

    private static boolean placeholders(Object text) {
        return text.toString().contains("{0}");
    }

    private static Properties bundle(String language) throws IOException {
        try (var in = MessagesTest.class.getResourceAsStream("table_" + language + ".properties")) {
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        }
    }
}
