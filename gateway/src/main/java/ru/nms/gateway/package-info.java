/// The one entry: routes to the services, checks of tokens, limits per client, one page with all APIs. It owns no
/// data and speaks and hears no topic.
@NullMarked
package ru.nms.gateway;

import org.jspecify.annotations.NullMarked;
