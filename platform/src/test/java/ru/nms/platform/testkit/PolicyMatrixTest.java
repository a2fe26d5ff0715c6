package ru.nms.platform.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import ru.nms.platform.ward.WardApplication;

/// Each check that is taken away turns the matrix red.
class PolicyMatrixTest {

    private static final String WARD = "/api/ward/v1/wards/{id}";
    private static final List<String> WRITTEN = List.of("GET;" + WARD + ";MUNICIPALITY COORDINATOR");

    @Test
    void agreesWithAServiceThatChecksEverything() {
        try (var service = start()) {
            matrix(service).verify(WRITTEN);
        }
    }

    @Test
    void noticesAnOperationThatAdmitsOtherRolesThanAreWritten() {
        try (var service = start()) {
            assertThatThrownBy(() -> matrix(service).verify(List.of("GET;" + WARD + ";COORDINATOR")))
                    .isInstanceOf(AssertionError.class).hasMessageContaining("policy.csv");
            assertThatThrownBy(() -> matrix(service).verify(List.of())).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void noticesThatThePolicyIsNotAsked() {
        try (var service = start("ward.policy=none")) {
            assertThatThrownBy(() -> matrix(service).verify(WRITTEN)).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("with TEACHER: 404, expected 403");
        }
    }

    @Test
    void noticesAQueryWithoutItsScope() {
        try (var service = start("ward.scope=none")) {
            assertThatThrownBy(() -> matrix(service).verify(WRITTEN)).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("of something foreign with MUNICIPALITY: 200, expected 404");
        }
    }

    private static PolicyMatrix matrix(ConfigurableApplicationContext service) {
        return PolicyMatrix.of(service, Objects.requireNonNull(
                service.getEnvironment().getProperty("local.server.port", Integer.class)))
                .foreign(WARD, "/api/ward/v1/wards/" + WardApplication.WARD);
    }

    private static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(WardApplication.class).web(WebApplicationType.REACTIVE)
                .run(Stream.concat(Stream.of("server.port=0", "nms.identity.issuer=" + Tokens.ISSUER,
                                "nms.identity.audience=" + Tokens.AUDIENCE,
                                "nms.identity.jwks-uri=" + Tokens.shared().jwksUri()), Stream.of(properties))
                        .map(property -> "--" + property).toArray(String[]::new));
    }
}
