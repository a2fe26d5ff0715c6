package ru.nms.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.PolicyMatrix;
import ru.nms.platform.testkit.ProblemCodes;

class RegistryPolicyTest {

    @Test
    void admitsExactlyTheRolesThatAreWrittenDown() {
        PolicyMatrix.verify(TYUMEN.context(), TYUMEN.port());
    }

    @Test
    void hasWordsForEveryRefusal() {
        assertThat(ProblemCodes.missing("problems/registry", "ru/nms/platform/problem/problems")).isEmpty();
    }
}
