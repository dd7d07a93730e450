/** What the lab's services share on the wire. */
@NullMarked
package dev.garrison.lab.http;

import org.jspecify.annotations.NullMarked;
