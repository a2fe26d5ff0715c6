package ru.nms.platform.region;

/// One thing wrong with a profile: the file, the place in it (a JSON Pointer) and the rule in a sentence.
public record ProfileFault(String file, String path, String rule) {

    @Override
    public String toString() {
        return "%s %s: %s".formatted(file, path.isEmpty() ? "/" : path, rule);
    }
}
