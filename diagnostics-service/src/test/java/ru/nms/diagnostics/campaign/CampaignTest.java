package ru.nms.diagnostics.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import ru.nms.diagnostics.campaign.Campaign.Status;
import ru.nms.platform.problem.Refusal;

class CampaignTest {

    private static final Instant END = Instant.parse("2026-11-20T08:00:00Z");
    private static final UUID INSTRUMENT = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "DRAFT,announcement,ANNOUNCED", "DRAFT,cancellation,CANCELLED", "DRAFT,publication,-",
        "ANNOUNCED,announcement,-", "ANNOUNCED,cancellation,CANCELLED", "ANNOUNCED,publication,PUBLISHED",
        "PUBLISHED,announcement,-", "PUBLISHED,cancellation,-", "PUBLISHED,publication,-",
        "CANCELLED,announcement,-", "CANCELLED,cancellation,-", "CANCELLED,publication,-"})
    void knowsEveryPairOfStatusAndAction(Status from, String action, String to) {
        if (to.equals("-")) {
            assertThatThrownBy(() -> Campaign.MOVES.after(from, action)).isInstanceOf(Refusal.class);
        } else {
            assertThat(Campaign.MOVES.after(from, action)).isEqualTo(Status.valueOf(to));
        }
    }

    /// Seconds from the end: now, and to what the end is moved.
    @ParameterizedTest
    @CsvSource({"-1, 60, ", "0, 60, campaign.ended", "1, 60, campaign.ended", "0, 0, ", "1, 0, ", "-1, -1, wrong-status", "1, -1, wrong-status"})
    void lastsLongerOnlyAsLongAsItHasNotEnded(int now, int end, String refusal) {
        var before = campaign(END, Status.ANNOUNCED);
        var next = campaign(END.plusSeconds(end), Status.ANNOUNCED);
        if (refusal == null) {
            assertThatCode(() -> before.mayBecome(next, END.plusSeconds(now))).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> before.mayBecome(next, END.plusSeconds(now)))
                    .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.code()).isEqualTo(refusal));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHED", "CANCELLED"})
    void changesNoMoreAtItsEnd(Status status) {
        assertThatThrownBy(() -> campaign(END, status).mayBecome(campaign(END, status), END.minusSeconds(9))).isInstanceOf(Refusal.class);
    }

    private static Campaign campaign(Instant end, Status status) {
        return new Campaign("К", INSTRUMENT, null, null, END.minusSeconds(3600), end, Campaign.Audience.SELF, List.of(), List.of(), List.of(),
                List.of(), false, List.of(), List.of(), 20, 1, status, null, null);
    }
}
