package ru.nms.platform.region;

import java.util.List;
import java.util.stream.Collectors;

/// A profile that must not be used, with everything that is wrong with it at once.
public final class InvalidRegionProfile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ProfileFault> faults;

    InvalidRegionProfile(List<ProfileFault> faults) {
        super(faults.stream().map(ProfileFault::toString)
                .collect(Collectors.joining("\n", "The region profile has %d fault(s):\n".formatted(faults.size()), "")));
        this.faults = List.copyOf(faults);
    }

    public List<ProfileFault> faults() {
        return faults;
    }
}
