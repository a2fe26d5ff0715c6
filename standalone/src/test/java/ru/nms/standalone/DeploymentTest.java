package ru.nms.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.standalone.Deployment.at;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compose file, container file, init script and what the processes read are written in different places and must say
/// the same. No Docker is needed to see whether they do.
class DeploymentTest {

    private static final String DOCKERFILE = Deployment.text("deploy/Dockerfile");
    private static final String COMPOSE = Deployment.text("docker-compose.yml");

    static List<ServiceSpec> processes() {
        return Deployment.processes();
    }

    static List<ServiceSpec> services() {
        return ServiceSpec.ALL;
    }

    @Test
    void composeBuildsEveryProcessAndNoOther() {
        var built = Deployment.composed().entrySet().stream()
                .filter(service -> at(service.getValue(), "build") != null).map(Map.Entry::getKey).toList();

        assertThat(built).containsExactlyInAnyOrderElementsOf(processes().stream().map(ServiceSpec::name).toList());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void eachProcessIsBuiltFromItsModule(ServiceSpec process) {
        Map<String, Object> build = at(Deployment.composed(process), "build");

        assertThat(at(build, "args", "SERVICE").toString()).isEqualTo(Deployment.folder(process));
        assertThat(Deployment.text("pom.xml")).contains("<module>%s</module>".formatted(Deployment.folder(process)));
        assertThat(Deployment.exists(at(build, "dockerfile").toString())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void environmentAndWhatAProcessReadsAreTheSame(ServiceSpec process) {
        var given = new TreeSet<>(Deployment.environment(process.name()).keySet());
        given.addAll(Deployment.ofImage().keySet());
        var read = new TreeSet<>(Deployment.variables(process).keySet());
        read.remove("PORT");

        assertThat(given).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void portsAreThoseTheProcessListensOn(ServiceSpec process) {
        List<String> exposed = at(Deployment.composed(process), "expose");

        assertThat(exposed).containsExactly(Deployment.variables(process).get("PORT"),
                Deployment.ofImage().get("NMS_MANAGEMENT_PORT"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void gatewayFindsEachServiceWhereItListens(ServiceSpec service) {
        var variable = "NMS_SERVICES_" + service.name().toUpperCase(java.util.Locale.ROOT);
        var port = Deployment.variables(service).get("PORT");

        assertThat(Deployment.environment("gateway")).containsEntry(variable, "http://%s:%s".formatted(service.name(), port));
        assertThat(Deployment.text("gateway/src/main/resources/gateway.yml"))
                .contains("${%s:http://localhost:%s}".formatted(variable, port));
    }

    @ParameterizedTest
    @MethodSource("services")
    void databaseAndRoleAreMadeByTheInitScript(ServiceSpec service) {
        var given = Deployment.environment(service.name());
        var read = Deployment.variables(service);
        var made = Deployment.databases();

        assertThat(made).containsKey(service.name());
        assertThat(given).containsEntry("NMS_DATABASE_NAME", service.name()).containsEntry("NMS_DATABASE_USER", service.name());
        assertThat(read).containsEntry("NMS_DATABASE_NAME", service.name()).containsEntry("NMS_DATABASE_USER", service.name());
        assertThat(Deployment.environment("postgres").get(made.get(service.name())))
                .isEqualTo(given.get("NMS_DATABASE_PASSWORD"));
    }

    @Test
    void initScriptGetsAPasswordForEachDatabase() {
        assertThat(Deployment.environment("postgres").keySet()).containsAll(Deployment.databases().values());
        assertThat(Deployment.environment("keycloak")).containsEntry("KC_DB_USERNAME", "keycloak");
        assertThat(Deployment.databases()).containsKey("keycloak").hasSize(ServiceSpec.ALL.size() + 1);
    }

    @ParameterizedTest
    @MethodSource("services")
    void servicesAreToldWhereKafkaIsAdvertised(ServiceSpec service) {
        var broker = Deployment.environment(service.name()).get("NMS_KAFKA");

        assertThat(Deployment.environment("kafka").get("KAFKA_ADVERTISED_LISTENERS")).isEqualTo("INTERNAL://" + broker);
        assertThat(Deployment.<List<String>>at(Deployment.composed(), "kafka", "healthcheck", "test")).contains(broker);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void tokensAreThoseOfTheImportedRealm(ServiceSpec process) {
        var realm = realm();
        var given = Deployment.environment(process.name());

        assertThat(given.get("NMS_IDENTITY_ISSUER")).endsWith("/realms/" + realm);
        assertThat(given).containsEntry("NMS_IDENTITY_JWKS_URI",
                "http://keycloak:8080/realms/%s/protocol/openid-connect/certs".formatted(realm));
    }

    @Test
    void realmGetsEveryVariableItAsksFor() {
        assertThat(Deployment.environment("keycloak").keySet())
                .containsAll(Deployment.asked(Deployment.text("deploy/keycloak/nms-realm.json")));
        assertThat(realm()).isEqualTo("nms");
    }

    private static String realm() {
        return at(Deployment.yaml("deploy/keycloak/nms-realm.json"), "realm");
    }

    @Test
    void healthAndMetricsAreAskedWhereTheyAreExposed() {
        var platform = Deployment.text("platform/src/main/resources/nms-platform.properties");

        assertThat(platform).contains("exposure.include=health,prometheus", "probes.enabled=true", "health.group.readiness.include");
        assertThat(DOCKERFILE).contains("HEALTHCHECK", "/$NMS_MANAGEMENT_PORT", "GET /actuator/health/readiness HTTP/1.0");
        assertThat(Deployment.ofImage()).containsEntry("NMS_MANAGEMENT_ADDRESS", "0.0.0.0");
    }

    @Test
    void prometheusAsksEveryProcess() {
        List<Object> jobs = at(Deployment.yaml("deploy/prometheus/prometheus.yml"), "scrape_configs");
        List<Object> groups = at(jobs.getFirst(), "static_configs");
        List<String> targets = at(groups.getFirst(), "targets");

        assertThat(at(jobs.getFirst(), "metrics_path").toString()).isEqualTo("/actuator/prometheus");
        assertThat(targets).containsExactlyInAnyOrderElementsOf(processes().stream()
                .map(process -> process.name() + ":" + Deployment.ofImage().get("NMS_MANAGEMENT_PORT")).toList());
    }

    @Test
    void imagesRunAsNobodyInParticularOnTheJdkOfTheBuild() {
        var java = Pattern.compile("<java.version>(\\d+)</java.version>").matcher(Deployment.text("pom.xml")).results()
                .findFirst().orElseThrow().group(1);

        assertThat(DOCKERFILE).containsPattern("(?m)^FROM eclipse-temurin:%s-jre$".formatted(java))
                .containsPattern("(?m)^FROM maven:[0-9.]+-eclipse-temurin-%s AS build$".formatted(java));
        assertThat(DOCKERFILE.substring(DOCKERFILE.lastIndexOf("\nFROM "))).containsPattern("(?m)^USER [1-9]\\d*:[1-9]\\d*$");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void containersMayDoNothingButServe(ServiceSpec process) {
        assertThat(Deployment.composed(process)).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void servicesStartAfterWhatTheyNeedIsHealthy(ServiceSpec service) {
        Map<String, Map<String, String>> needs = at(Deployment.composed(service), "depends_on");

        assertThat(needs).containsOnlyKeys("postgres", "kafka", "keycloak");
        assertThat(needs).allSatisfy((name, need) -> {
            assertThat(need).containsEntry("condition", "service_healthy");
            assertThat(Deployment.<Object>at(Deployment.composed(), name, "healthcheck", "test")).isNotNull();
        });
    }

    @Test
    void exampleOfTheEnvironmentNamesEveryVariableOfCompose() {
        assertThat(new TreeSet<>(Deployment.example().keySet())).isEqualTo(Deployment.asked(COMPOSE));
    }

    @Test
    void secretsHaveNoDefaults() {
        var secrets = Deployment.example().keySet().stream().filter(name -> name.matches(".*(PASSWORD|SECRET)")).toList();

        assertThat(secrets).hasSizeGreaterThan(8).allSatisfy(name -> {
            assertThat(Deployment.example()).containsEntry(name, "");
            assertThat(COMPOSE).contains("${%s:?}".formatted(name)).doesNotContain("${%s}".formatted(name), "${%s:-".formatted(name));
        });
        assertThat(COMPOSE).doesNotContainPattern("(?i)(password|secret): +[^$]");
    }
}
