package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A mentor and those they mentor.
///
/// @param form      `PAIR` or `GROUP`
/// @param basis     `SUBJECT`, `MENTOR_YOUNG`, `COMPETENCE_OWNER_LEARNER` or `OTHER`
/// @param level     code of the region profile
/// @param mentorId  a person
/// @param menteeIds people
/// @param reverse   the younger one teaches
/// @param status    `REQUESTED`, `ACCEPTED`, `DECLINED`, `COMPLETED` or `CANCELLED`
/// @param until     first day on which it no longer holds
public record MentorshipChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt, String form,
                                String basis, String level, UUID mentorId, List<UUID> menteeIds, @Nullable UUID organisationId,
                                @Nullable UUID municipalityId, @Nullable String schoolSubject, boolean reverse, String status,
                                LocalDate since, @Nullable LocalDate until) implements Event {

    public static final Topic<MentorshipChanged> TOPIC = new Topic<>("registry.mentorship.v1", MentorshipChanged.class);
}
