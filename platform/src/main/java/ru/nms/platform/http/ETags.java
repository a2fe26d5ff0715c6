package ru.nms.platform.http;

/// Strong entity tags out of versions.
public final class ETags {

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
