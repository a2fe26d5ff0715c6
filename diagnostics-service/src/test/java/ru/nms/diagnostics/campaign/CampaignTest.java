package ru.nms.diagnostics.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.diagnostics.campaign.Campaign.Status;
import ru.nms.platform.problem.Refusal;

class CampaignTest {

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
}
