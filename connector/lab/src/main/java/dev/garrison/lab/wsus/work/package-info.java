/** What an update server does with what it holds. */
@NullMarked
package dev.garrison.lab.wsus.work;

import org.jspecify.annotations.NullMarked;
