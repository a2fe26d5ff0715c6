package ru.nms.platform.region;

/// One kind of contradiction that the form alone cannot show.
interface ProfileCheck {

    void check(Spot profile, Faults faults);
}
