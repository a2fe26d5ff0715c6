package ru.nms.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ru.nms.platform.testkit.PolicyMatrix;
import ru.nms.platform.testkit.Tokens;

@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PolicyTest {

    @DynamicPropertySource
    static void identity(DynamicPropertyRegistry registry) {
        Tokens.configure(registry);
    }

    @Test
    void everyOperationAnswersEveryRoleAsWritten(ApplicationContext context, @LocalServerPort int port) {
        PolicyMatrix.verify(context, port);
    }

    @Test
    void theLogNamesOperationsThatAnswerNobody(CapturedOutput log) {
        assertThat(log).contains("GuardedResource#forgotten() has no @Allow and answers nobody");
    }
}
