/** What the lab's services share on the wire: who enters, answers whole and broken. */
@NullMarked
package dev.garrison.lab.http;

import org.jspecify.annotations.NullMarked;
