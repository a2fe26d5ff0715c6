package ru.nms.platform.region;

/// Whose rule it is: the region's own, or the product's because no source of the region gives one.
public enum Origin { REGION, PRODUCT_DEFAULT }
