package ru.nms.platform.problem;

/// JSON Pointers (RFC 6901) out of the property paths of Bean Validation.
final class Pointers {

    private Pointers() {}

    /// `posts[0].since` becomes `/posts/0/since`.
    static String of(String propertyPath) {
        if (propertyPath.isEmpty()) {
            return "";
        }
        return "/" + escape(propertyPath).replace("[", ".").replace("]", "").replace('.', '/');
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
