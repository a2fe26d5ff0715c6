package ru.nms.platform.sample;

import ru.nms.platform.NmsHttp;

@NmsHttp
class SampleApplication {}
