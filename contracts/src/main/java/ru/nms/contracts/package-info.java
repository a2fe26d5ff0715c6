/// The published language of РС НМС: one record per event, the topics they travel on, and nothing else.
/// Every record is the whole public state of one thing after one change, so that no reader has to call back.
///
/// Changes are additive: add optional components only. Anything else is a new topic version beside the old one.
@NullMarked
package ru.nms.contracts;

import org.jspecify.annotations.NullMarked;
