/** What an apply survives: every write cut or killed, a share that fails, sites of any size. */
@NullMarked
package dev.garrison.campaign;

import org.jspecify.annotations.NullMarked;
