/**
 * Configuration Manager's administration service: its REST interface over the SMS Provider's
 * classes. See <a
 * href="https://learn.microsoft.com/intune/configmgr/develop/adminservice/overview">What is the
 * administration service in Configuration Manager?</a>
 */
@NullMarked
package dev.garrison.mecm.adminservice;

import org.jspecify.annotations.NullMarked;
