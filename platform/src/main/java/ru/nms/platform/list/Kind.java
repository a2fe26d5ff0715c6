package ru.nms.platform.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/// The type of a filter or of a sort order: how its text is read, and what PostgreSQL calls it.
public enum Kind {
    TEXT("text") {
        @Override
        Object read(String text) {
            return text;
        }
    },
    ID("uuid") {
        @Override
        Object read(String text) {
            return UUID.fromString(text);
        }
    },
    DATE("date") {
        @Override
        Object read(String text) {
            return LocalDate.parse(text);
        }
    },
    INSTANT("timestamptz") {
        @Override
        Object read(String text) {
            return Instant.parse(text);
        }
    },
    NUMBER("bigint") {
        @Override
        Object read(String text) {
            return Long.valueOf(text);
        }
    },
    YES_NO("boolean") {
        @Override
        Object read(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException();
            };
        }
    },
    /// Text that is compared with a column written through [#fold].
    FOLDED("text") {
        @Override
        Object read(String text) {
            return fold(text);
        }
    },
    /// Words in any order, upper or lower case, ё or е. Becomes an array of patterns, the longest first, for a column that
    /// was written through [#fold]; [Listing#words] says how they are looked for.
    WORDS("text[]") {
        @Override
        Object read(String text) {
            return words(text);
        }
    };

    static final int LONGEST = 200;
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern NO_SPACE = Pattern.compile("([.№-]) | (?=-)");

    private final String sql;

    Kind(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /// @throws IllegalArgumentException or a DateTimeParseException when the text is not of this kind
    abstract Object read(String text);

    boolean accepts(String text) {
        try {
            read(text);
            return text.length() <= LONGEST;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return false;
        }
    }

    /// How names are compared everywhere: case, ё, the form of quotes and dashes, the amount of space, and any space behind
    /// a dot or №, or around a hyphen, say nothing. `fold_name` is the same in SQL.
    public static String fold(String text) {
        var plain = new StringBuilder(text.strip().toLowerCase(Locale.ROOT));
        for (int i = 0; i < plain.length(); i++) {
            plain.setCharAt(i, plain(plain.charAt(i)));
        }
        return NO_SPACE.matcher(SPACES.matcher(plain).replaceAll(" ")).replaceAll("$1");
    }

    private static char plain(char c) {
        return switch (c) {
            case 'ё' -> 'е';
            case '«', '»', '„', '“', '”', '‟' -> '"';
            case '‐', '‑', '‒', '–', '—', '−' -> '-';
            default -> c;
        };
    }

    /// The patterns of [#WORDS], the longest first: it finds the fewest.
    public static String[] words(String text) {
        return Arrays.stream(fold(text).split(" ")).map(word -> "%" + escape(word) + "%")
                .sorted(Comparator.comparingInt(String::length).reversed()).toArray(String[]::new);
    }

    private static String escape(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
