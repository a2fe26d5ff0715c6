package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Forms of mentoring the region defines beside the usual pair.
public record MentoringRules(@Nullable Managerial managerial) {

    /// Between management teams: one experienced, one in difficulty.
    public record Managerial(String title, List<String> participants, @Nullable Source source) {

        public Managerial {
            participants = Copies.list(participants);
        }
    }
}
