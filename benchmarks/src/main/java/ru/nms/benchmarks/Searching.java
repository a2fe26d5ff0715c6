package ru.nms.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// One person by parts of two words of the name, in an order that is not theirs.
record Searching(Setting setting) {

    private static final String SECOND = URLEncoder.encode("омер ", UTF_8);

    void play() {
        var token = setting.coordinator();
        int people = setting.people().count();
        var found = setting.turns().play(
                setting.load(setting.subject().registry(), 200, random ->
                        Requests.get(Setting.REGISTRY + "?q=" + SECOND + name(1 + random.nextInt(people)), token)),
                setting.limit(Limit.script(Map.of("n", people), Sql.SEARCH)));
        setting.report().ratio("search by parts of two words", found.ours(), found.limit(), "/s", 0.20);
    }

    /// What makes the name of a generated person differ from others.
    private static String name(int number) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(Integer.toString(number).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
