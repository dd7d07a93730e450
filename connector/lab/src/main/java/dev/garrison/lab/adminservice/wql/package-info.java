/** The part of WQL that collections of servers are written in; the rest is refused. */
@NullMarked
package dev.garrison.lab.adminservice.wql;

import org.jspecify.annotations.NullMarked;
