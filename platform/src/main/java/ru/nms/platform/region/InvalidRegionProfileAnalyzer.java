package ru.nms.platform.region;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// A broken profile ends the start with its faults and nothing else.
class InvalidRegionProfileAnalyzer extends AbstractFailureAnalyzer<InvalidRegionProfile> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidRegionProfile cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()),
                "Mend the profile named by nms.region (NMS_REGION), or name another; docs/regions.md tells how a profile is written.",
                cause);
    }
}
