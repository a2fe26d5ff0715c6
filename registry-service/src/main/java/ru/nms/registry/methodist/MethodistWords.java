package ru.nms.registry.methodist;

import org.jspecify.annotations.Nullable;

/// What the codes of a methodist are called in files.
final class MethodistWords {

    private MethodistWords() {}

    static String kind(Methodist.Kind kind) {
        return switch (kind) {
            case REGIONAL -> "Региональный";
            case MUNICIPAL -> "Муниципальный";
        };
    }

    static @Nullable String engagement(Methodist.@Nullable Engagement engagement) {
        return switch (engagement) {
            case null -> null;
            case STAFF -> "В штате";
            case CIVIL_CONTRACT -> "По договору";
            case OTHER -> "Иное";
        };
    }
}
