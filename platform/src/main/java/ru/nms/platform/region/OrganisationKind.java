package ru.nms.platform.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A kind of organisation, body or community at a level, with the duties the region gives it.
/// `listedUnder` is the level under which the source prints it when that is not the level it stands at.
public record OrganisationKind(String kind, String level, @Nullable String variant, @Nullable String title,
                               List<String> alsoLevels, @Nullable String listedUnder, @Nullable Integer max,
                               @Nullable String parent, @Nullable String partOf, @Nullable String roleInSystem,
                               boolean employsTeachers, boolean networked, boolean voluntary, List<String> named,
                               List<String> branches, List<Admission> membership, List<String> subkinds,
                               List<String> variants, List<String> pairBases, @Nullable String note, Origin origin,
                               @Nullable Source source, List<Titled> functions) {

    public static final String COORDINATOR = "COORDINATOR";

    public OrganisationKind {
        alsoLevels = Copies.list(alsoLevels);
        named = Copies.list(named);
        branches = Copies.list(branches);
        membership = Copies.list(membership);
        subkinds = Copies.list(subkinds);
        variants = Copies.list(variants);
        pairBases = Copies.list(pairBases);
        functions = Copies.list(functions);
    }

    /// A subkind is a kind of its own to people: a creative group is one of the method associations of Sevastopol.
    public boolean covers(String wanted) {
        return kind.equals(wanted) || subkinds.contains(wanted);
    }

    public boolean standsAt(String wanted) {
        return level.equals(wanted) || alsoLevels.contains(wanted);
    }

    public boolean coordinates() {
        return COORDINATOR.equals(roleInSystem);
    }
}
