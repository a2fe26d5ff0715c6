package ru.nms.platform.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import ru.nms.platform.problem.Refusal;

class CursorsTest {

    private final Cursors cursors = new Cursors("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    @Test
    void opensWhatItSealed() {
        var position = new Cursors.Position("Ёлкина\nАнна", "b6f0");

        assertThat(cursors.open(cursors.seal(position, "people"), "people")).isEqualTo(position);
    }

    @Test
    void refusesACursorOfAnotherList() {
        var cursor = cursors.seal(new Cursors.Position("a", "1"), "people|name|false|{}");

        assertThatThrownBy(() -> cursors.open(cursor, "people|name|true|{}")).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesAnyChangedCharacter() {
        var cursor = cursors.seal(new Cursors.Position("a", "1"), "people");

        for (int at = 0; at < cursor.length(); at++) {
            char other = cursor.charAt(at) == 'A' ? 'Q' : 'A';
            var forged = cursor.substring(0, at) + other + cursor.substring(at + 1);
            assertThatThrownBy(() -> cursors.open(forged, "people")).as(forged).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void refusesGarbage() {
        for (var garbage : new String[] {"", "!", "AAAA", "null", "\u0000", "A".repeat(10_000)}) {
            assertThatThrownBy(() -> cursors.open(garbage, "people")).isInstanceOf(Refusal.class);
        }
    }
}
