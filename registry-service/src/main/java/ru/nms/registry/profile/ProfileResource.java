package ru.nms.registry.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.region.RegionProfile;
import tools.jackson.databind.json.JsonMapper;

/// The profile of the region: its rules and codes.
@RestController
@RequestMapping("/api/registry/v1/region-profile")
class ProfileResource {

    private final String document;
    private final String tag;

    /// Written once: the profile does not change while the process lives.
    ProfileResource(RegionProfile profile, JsonMapper json) {
        this.document = json.writeValueAsString(profile);
        this.tag = "\"%d-%s\"".formatted(profile.version(), DigestUtils.md5DigestAsHex(document.getBytes(UTF_8)));
    }

    /// The rules of the region, each with its source clause. What the region's sources do not give and the product
    /// cannot do without says `"origin": "PRODUCT_DEFAULT"`.
    @Allow(anyoneSignedIn = true)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> read() {
        return Mono.just(ResponseEntity.ok().eTag(tag).body(document));
    }
}
