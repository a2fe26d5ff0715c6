package ru.nms.registry.identifier;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnilsTest {

    @ParameterizedTest
    @CsvSource({"112-233-445 95, true", "11223344595, true", "112-233-445 94, false", "087-654-303 00, true", "001-001-998 77, true",
            "001-001-999 77, false", "1122334459, false", "112233445955, false", "112-233-445 9a, false"})
    void believesANumberWithItsControlNumber(String text, boolean valid) {
        assertThat(Snils.of(text).isPresent()).isEqualTo(valid);
    }

    @Test
    void neverShowsItself() {
        var snils = Snils.of("112-233-445 95").orElseThrow();

        assertThat(snils).hasToString("Snils[hidden]");
        assertThat(snils.shown()).isEqualTo("112-233-445 95");
        assertThat(new IdentifierSettings("k".repeat(43) + "=").toString()).doesNotContain("kkk");
    }

    @Test
    void opensWithItsKeyForItsPersonOnly() {
        var vault = new Vault("one key of thirty-two bytes ......".getBytes(US_ASCII));
        var other = new Vault("another key of thirty-two bytes ..".getBytes(US_ASCII));
        var person = UUID.randomUUID();
        var sealed = vault.seal(person, "11223344595");

        assertThat(vault.open(person, sealed)).isEqualTo("11223344595");
        assertThat(vault.seal(person, "11223344595")).isNotEqualTo(sealed);
        assertThat(vault.hash("11223344595")).isEqualTo(vault.hash("11223344595")).isNotEqualTo(vault.hash("11223344594"))
                .isNotEqualTo(other.hash("11223344595"));
        assertThatThrownBy(() -> vault.open(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.open(person, sealed)).isInstanceOf(IllegalStateException.class);
    }
}
