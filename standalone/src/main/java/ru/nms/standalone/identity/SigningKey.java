package ru.nms.standalone.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import ru.nms.platform.embedded.StartRefusal;

/// The key that signs tokens (ES256), made at the first start and kept, so that tokens outlive a restart.
final class SigningKey {

    private SigningKey() {}

    static ECKey in(Path folder) {
        var file = folder.resolve("signing-key.json");
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, fresh().toJSONString());
            }
            return ECKey.parse(Files.readString(file));
        } catch (IOException | ParseException | JOSEException cause) {
            throw new StartRefusal("The signing key %s cannot be read: %s.".formatted(file, cause.getMessage()), cause);
        }
    }

    private static ECKey fresh() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .algorithm(JWSAlgorithm.ES256)
                .keyUse(KeyUse.SIGNATURE)
                .keyID(UUID.randomUUID().toString())
                .generate();
    }
}
