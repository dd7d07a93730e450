/** Whether an update server is as Garrison needs it, as a kind of object that people see to. */
@NullMarked
package dev.garrison.wsus.server;

import org.jspecify.annotations.NullMarked;
