package ru.nms.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ru.nms.platform.embedded.StartRefusal;

class OptionsTest {

    private static final Path HOME = Path.of("/home");

    @Test
    void keepsDataUnlessItIsADemo() {
        assertThat(parse().data()).isEqualTo(HOME.resolve("data"));
        assertThat(parse("--demo").data()).isNull();
        assertThat(parse("--data", "/elsewhere").data()).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void takesTheRegionFromOptionThenEnvironmentThenTyumen() {
        assertThat(Options.parse(List.of("--region", "perm"), Map.of("NMS_REGION", "kuzbass"), HOME).region()).isEqualTo("perm");
        assertThat(Options.parse(List.of(), Map.of("NMS_REGION", "kuzbass"), HOME).region()).isEqualTo("kuzbass");
        assertThat(parse().region()).isEqualTo("tyumen");
    }

    @Test
    void placesServicesOnPortsThatFollowEachOther() {
        var options = parse("--service-ports", "9100", "--gateway-port", "9000", "--identity-port", "9001");

        assertThat(ServiceSpec.ALL).extracting(service -> service.port(options)).containsExactly(9100, 9101, 9102, 9103, 9104);
        assertThat(ServiceSpec.GATEWAY.port(options)).isEqualTo(9000);
        assertThat(options.identityPort()).isEqualTo(9001);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> parse("--regoin", "perm")).isInstanceOf(StartRefusal.class)
                .hasMessage("There is no option --regoin; ./nms help lists them.");
        assertThatThrownBy(() -> parse("--region")).hasMessage("The option --region needs a value.");
        assertThatThrownBy(() -> parse("--people", "many")).hasMessage("The option --people needs a number, not 'many'.");
        assertThatThrownBy(() -> parse("--gateway-port", "70000")).hasMessage("The option --gateway-port needs a port from 0 to 65535.");
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), Map.of(), HOME);
    }
}
