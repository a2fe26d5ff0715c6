package ru.nms.platform.region;

/// Acts that amend, repeal, carry or found one another are all in the list.
final class DocumentCheck implements ProfileCheck {

    @Override
    public void check(Spot profile, Faults faults) {
        var codes = profile.texts("documents", "code");
        var what = "one of the documents";
        References.check(profile.at("mainAct"), codes, what, faults);
        References.check(profile.at("roadmap").at("act"), codes, what, faults);
        for (var document : profile.items("documents")) {
            References.check(document.items("amendedBy"), codes, what, faults);
            References.check(document.items("repealedBy"), codes, what, faults);
            References.check(document.at("annexTo"), codes, what, faults);
        }
    }
}
