package ru.nms.platform.table;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a person meant by the characters of a cell.
final class Texts {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Texts() {}

    /// Without what cannot be seen: zero-width and control characters go, every kind of space becomes the plain one,
    /// line breaks become `\n`, letters with separate marks (й as и and a breve) become one, both ends are trimmed.
    static String clean(String raw) {
        return plain(raw) ? raw.strip() : Normalizer.normalize(visible(raw), Normalizer.Form.NFC).strip();
    }

    /// For comparing names: case, ё, the amount of space and a closing asterisk do not matter.
    static String fold(String title) {
        var folded = SPACES.matcher(clean(title).toLowerCase(Locale.ROOT).replace('ё', 'е')).replaceAll(" ");
        return folded.endsWith("*") ? folded.substring(0, folded.length() - 1).strip() : folded;
    }

    /// Printable ASCII and Cyrillic letters only, which is nearly every cell.
    private static boolean plain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c == 0x7F || (c > 0x7F && (c < 'Ѐ' || c > 'ӿ' || (c >= 0x483 && c <= 0x489)))) {
                return false;
            }
        }
        return true;
    }

    private static String visible(String raw) {
        var seen = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\t' || Character.isSpaceChar(c)) {
                seen.append(' ');
            } else if (c == '\n' || !hidden(c)) {
                seen.appendCodePoint(c);
            }
        });
        return seen.toString();
    }

    /// Half of a surrogate pair is no character either, and no database takes it.
    static boolean hidden(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.CONTROL || type == Character.SURROGATE;
    }
}
