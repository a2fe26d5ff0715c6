package ru.nms.platform.sample;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.http.Answers;
import ru.nms.platform.http.IfMatch;

@RestController
@RequestMapping("/api/sample/v1/guarded")
class GuardedResource {

    static final long VERSION = 7;

    @GetMapping("/open")
    @Allow(everyone = true)
    Mono<String> open(@Nullable Caller caller) {
        return Mono.just(caller == null ? "nobody" : caller.subject());
    }

    @GetMapping("/me")
    @Allow(anyoneSignedIn = true)
    Mono<Map<String, String>> me(Caller caller) {
        return Mono.just(Map.of("roles", caller.roles().toString(), "person", String.valueOf(caller.personId()),
                "permissions", caller.permissions().toString()));
    }

    @GetMapping("/plan")
    @Allow({Role.COORDINATOR, Role.MINISTRY})
    ResponseEntity<Map<String, Long>> plan(@RequestParam @Nullable List<String> part) {
        return Answers.ok(Map.of("version", VERSION), VERSION);
    }

    @PutMapping("/plan")
    @Allow(Role.COORDINATOR)
    Mono<String> change(IfMatch ifMatch) {
        ifMatch.requires(VERSION);
        return Mono.just("changed");
    }

    @GetMapping("/feed")
    @Allow({Role.FEDERAL, Role.ADMIN})
    Mono<String> feed() {
        return Mono.just("feed");
    }

    @DeleteMapping("/plan")
    Mono<String> forgotten() {
        return Mono.just("nobody may call this");
    }
}
