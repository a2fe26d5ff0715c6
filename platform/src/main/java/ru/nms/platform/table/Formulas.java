package ru.nms.platform.table;

/// Keeps text from being run as a formula by the spreadsheet that opens it. `neutralise` is undone by `restore` for
/// every text, so that what was written can be read again.
final class Formulas {

    private static final String RISKY = "=+-@\t\r\n＝＋－＠";

    private Formulas() {}

    static String neutralise(String text) {
        return risky(text) ? "'" + text : text;
    }

    static String restore(String text) {
        return text.startsWith("'") && risky(text) ? text.substring(1) : text;
    }

    /// Apostrophes in front are looked through: a text that already has one gets one more, and loses only that one.
    private static boolean risky(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        while (at < text.length() && RISKY.indexOf(text.charAt(at)) < 0 && ignored(text.charAt(at))) {
            at++;
        }
        return at < text.length() && RISKY.indexOf(text.charAt(at)) >= 0;
    }

    /// Some programs drop these before they look at the first character.
    private static boolean ignored(char c) {
        return Character.isSpaceChar(c) || Texts.hidden(c);
    }
}
