/** When Configuration Manager clients talk to the site, and what they then tell it. */
@NullMarked
package dev.garrison.lab.adminservice.client;

import org.jspecify.annotations.NullMarked;
