package ru.nms.platform.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import ru.nms.platform.access.Allowance;
import ru.nms.platform.access.Policy;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Tabular;

/// The authorisation matrix of a running service: every mapped operation × every kind of token. What is expected is
/// written down in the service's test resource `policy.csv`, `method;path;roles` a line, where roles are
/// `everyone`, `signed-in` or a list (`COORDINATOR MUNICIPALITY`). In a test: `PolicyMatrix.verify(context, port)`.
public final class PolicyMatrix {

    private static final String EVERYONE = "everyone";
    private static final String SIGNED_IN = "signed-in";
    private static final Set<Role> REGION = Set.of(Role.COORDINATOR, Role.MINISTRY, Role.ASSESSOR);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Operation(String method, String path, String roles, String contentType, List<String> forms) {

        String row() {
            return method + ";" + path + ";" + roles;
        }

        Stream<Role> roles(Role... some) {
            return Arrays.stream(some).filter(this::admits);
        }

        boolean admits(Role role) {
            return roles.equals(EVERYONE) || roles.equals(SIGNED_IN) || Arrays.asList(roles.split(" ")).contains(role.name());
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, String> foreign = new LinkedHashMap<>();
    private final ApplicationContext service;
    private final int port;

    private PolicyMatrix(ApplicationContext service, int port) {
        this.service = service;
        this.port = port;
    }

    public static PolicyMatrix of(ApplicationContext service, int port) {
        return new PolicyMatrix(service, port);
    }

    /// Compares the mapped operations with `policy.csv`, then calls each of them with each kind of token.
    public static void verify(ApplicationContext service, int port) {
        of(service, port).verify();
    }

    /// A thing that is there and has nothing to do with any caller of this matrix: whoever sees the whole region reads it,
    /// all others are told what they are told about things that do not exist.
    ///
    /// @param pattern path of a reading operation, as it is mapped
    /// @param path    the same with the ids of the thing
    public PolicyMatrix foreign(String pattern, String path) {
        foreign.put(pattern, path);
        return this;
    }

    public void verify() {
        verify(written());
    }

    /// @param written lines of a policy file
    void verify(List<String> written) {
        var operations = operations(service);
        assertThat(operations.stream().map(Operation::row).toList())
                .as("operations and their roles; the file policy.csv must say exactly this:%n%s",
                        operations.stream().map(Operation::row).collect(Collectors.joining("\n")))
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(operations).extracting(Operation::path).containsAll(foreign.keySet());
        operations.forEach(this::call);
        assertThat(wrong).isEmpty();
    }

    private static List<String> written() {
        try (var file = new ClassPathResource("policy.csv").getInputStream()) {
            return new String(file.readAllBytes(), UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("method;"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Operation> operations(ApplicationContext service) {
        var rows = new TreeMap<String, Operation>();
        service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (!Policy.isForeign(handler)) {
                        operations(mapping, handler).forEach(row -> rows.put(row.path() + row.method() + row.row(), row));
                    }
                });
        return List.copyOf(rows.values());
    }

    private static List<Operation> operations(RequestMappingInfo mapping, HandlerMethod handler) {
        var type = mapping.getConsumesCondition().getConsumableMediaTypes().stream().findFirst()
                .filter(MediaType::isConcrete).orElse(MediaType.APPLICATION_JSON);
        return mapping.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Operation(method.name(), pattern.getPatternString(), roles(handler), type.toString(),
                                forms(handler))))
                .toList();
    }

    private static String roles(HandlerMethod handler) {
        return Allowance.of(handler).map(allow -> String.join(" ", allow.words())).orElse("nobody: @Allow is missing");
    }

    /// Whoever may not see a list may not have it as a table.
    private static List<String> forms(HandlerMethod handler) {
        return Tabular.isAnswerOf(handler) ? List.of("application/json", "text/csv") : List.of("*/*");
    }

    private void call(Operation operation) {
        operation.forms().forEach(form -> call(operation, form));
    }

    private void call(Operation operation, String form) {
        expect(operation, form, "no token", null, operation.roles().equals(EVERYONE) ? 0 : 401);
        for (Role role : Role.values()) {
            expect(operation, form, role.name(), token(role), operation.admits(role) ? 0 : 403);
        }
        if (foreign.containsKey(operation.path()) && operation.method().equals("GET")) {
            operation.roles(Role.values()).forEach(role -> expectForeign(operation, form, role));
        }
        Tokens.shared().refused(Role.COORDINATOR).forEach(bad -> expect(operation, form, bad.why(), bad.token(), 401));
    }

    private void expectForeign(Operation operation, String form, Role role) {
        boolean sees = REGION.contains(role);
        int found = status(operation, Objects.requireNonNull(foreign.get(operation.path())), form, role.name(),
                token(role));
        if (sees ? found != 200 && found != 409 : found != 404) {
            wrong.add("%s of something foreign with %s: %d, expected %s".formatted(operation.path(), role, found,
                    sees ? "200, or 409 for its state" : "404"));
        }
    }

    private static String token(Role role) {
        return Tokens.of(role, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    /// @param status 0 means anything but 401 and 403
    private void expect(Operation operation, String form, String who, @Nullable String token, int status) {
        int found = status(operation, operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString()), form, who, token);
        if (status == 0 ? found == 401 || found == 403 : found != status) {
            wrong.add("%s %s as %s with %s: %d, expected %s".formatted(operation.method(), operation.path(), form, who, found,
                    status == 0 ? "neither 401 nor 403" : status));
        }
    }

    private int status(Operation operation, String path, String form, String who, @Nullable String token) {
        var body = operation.method().matches("GET|HEAD|DELETE") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(operation.method(), body).timeout(PATIENCE).header("Content-Type", operation.contentType())
                .header("Accept", form);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(operation.row() + " with " + who, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
