package ru.nms.platform.sample;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;

@RestController
@RequestMapping("/api/sample/v1")
class SampleResource {

    enum Kind { SCHOOL, COLLEGE }

    record Post(@NotBlank String position, @NotNull LocalDate since, @Nullable LocalDate until) {

        @AssertTrue(message = "until-before-since")
        boolean isOrdered() {
            return until == null || since == null || !until.isBefore(since);
        }
    }

    record Person(@NotBlank @Size(max = 20) String name, @Min(0) int experience, @Nullable Kind kind,
                  @NotEmpty List<@Valid Post> posts) {}

    record Nested(@Nullable Nested inner) {}

    @PostMapping(path = "/people", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allow(everyone = true)
    Mono<Person> create(@Valid @RequestBody Person person) {
        return Mono.just(person);
    }

    @PostMapping("/nested")
    @Allow(everyone = true)
    Mono<Nested> nested(@RequestBody Nested nested) {
        return Mono.just(nested);
    }

    @GetMapping(path = "/people/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(everyone = true)
    Mono<String> read(@PathVariable UUID id) {
        return Mono.error(Refusal.notFound("person"));
    }

    @GetMapping("/people")
    @Allow(everyone = true)
    Mono<List<String>> list(@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
                            @RequestParam @Nullable UUID organisationId, @RequestParam String region) {
        return Mono.just(List.of(region));
    }

    @GetMapping("/slow")
    @Allow(everyone = true)
    Mono<List<String>> slow() {
        return Mono.delay(Duration.ofMillis(300)).thenReturn(List.of("slow"));
    }

    @GetMapping("/failures/{kind}")
    @Allow(everyone = true)
    Mono<String> fail(@PathVariable String kind) {
        return Mono.error(() -> switch (kind) {
            case "database" -> new DataAccessResourceFailureException("connection to db-7.internal refused");
            case "constraint" -> new DataIntegrityViolationException("Key (snils)=(112-233-445 95) already exists.");
            case "rule" -> Refusal.invalid(Fault.at("/name", "required").under("000:478")).with("possible", List.of("A"));
            default -> new IllegalStateException("SELECT secret FROM person WHERE snils = '112-233-445 95'");
        });
    }
}
