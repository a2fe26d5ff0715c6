package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.diagnostics.rule.Percent;

/// Functional literacy of a group. The regulation says "of them" of those who passed and does not say of whom: so both
/// readings are told.
///
/// @param base                  teachers employed and graduates without a post
/// @param participants          of them those with a result in the year
/// @param passed                of them those whose newest result reaches the mark
/// @param participation         participants of the base, in percent; absent without data, like the following
/// @param passedOfBase          in percent
/// @param passedOfParticipants  in percent
/// @param participationTarget   of the region as a whole, in percent, for either reading; absent where no source gives one for the year
/// @param passedTarget          likewise
@JsonInclude(JsonInclude.Include.NON_NULL)
record Literacy(String key, String title, long base, long participants, long passed, @Nullable BigDecimal participation,
                @Nullable BigDecimal passedOfBase, @Nullable BigDecimal passedOfParticipants,
                @Nullable BigDecimal participationTarget, @Nullable BigDecimal passedTarget) {

    /// What a region means to reach in a year.
    record Targets(@Nullable BigDecimal participation, @Nullable BigDecimal passed) {

        static final Targets NONE = new Targets(null, null);
    }

    static Literacy of(String key, String title, long base, long participants, long passed, Targets targets) {
        return new Literacy(key, title, base, participants, passed, share(participants, base, participants), share(passed, base, participants),
                share(passed, participants, participants), targets.participation(), targets.passed());
    }

    /// Where nobody took part nothing is known.
    private static @Nullable BigDecimal share(long part, long whole, long participants) {
        return whole == 0 || participants == 0 ? null : Percent.shown(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }
}
