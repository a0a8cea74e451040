using Turna.Kernel;

namespace Turna.Members;

internal static class MembersPermissions
{
    public const string AdministerName = "members.administer";
    public const string KeepKeysName = "members.keep-keys";

    public static readonly Permission Administer = new(AdministerName, "Keep accounts, teams, roles and settings", [Role.Administrator]);

    public static readonly Permission KeepKeys = new(
        KeepKeysName, "Hold the keys of one's circles and pass them on", [Role.FrontDesk, Role.Caseworker, Role.Protection, Role.Supervisor]);

    public static IReadOnlyList<Permission> All { get; } = [Administer, KeepKeys];
}

internal static class MembersActs
{
    public static readonly Act OrganisationFounded = new("organisation.founded", "An organisation was set up");

    public static readonly Act OrganisationChanged = new("organisation.changed", "The settings of an organisation were changed");

    public static readonly Act MemberFounded = new("member.founded", "A member was set up with password, authenticator and keys");

    public static readonly Act Invited = new("member.invited", "An account was made or invited anew");

    public static readonly Act Welcomed = new("member.welcomed", "A member made her keys with a password of her own");

    public static readonly Act SignedIn = new("member.signed-in", "A member signed in");

    public static readonly Act SignInRefused = new("member.sign-in-refused", "A sign-in was refused");

    public static readonly Act SignedOut = new("member.signed-out", "A member signed out");

    public static readonly Act SessionsEnded = new("member.sessions-ended", "Sessions of a member were ended");

    public static readonly Act PasswordChanged = new("member.password-changed", "A member changed her password");

    public static readonly Act AuthenticatorChanged = new("member.authenticator-changed", "A member set up an authenticator");

    public static readonly Act RecoveryCodesRenewed = new("member.recovery-codes-renewed", "A member took new recovery codes");

    public static readonly Act ProfileChanged = new("member.profile-changed", "A member's name or language was changed");

    public static readonly Act RoleGiven = new("member.role-given", "A member was given a role");

    public static readonly Act RoleTaken = new("member.role-taken", "A role was taken from a member");

    public static readonly Act Suspended = new("member.suspended", "A member was shut out");

    public static readonly Act Resumed = new("member.resumed", "A suspended member was let in again");

    public static readonly Act RecoveryAsked = new("recovery.asked", "Somebody asked to be let in again");

    public static readonly Act RecoveryStopped = new("recovery.stopped", "A colleague stopped a request to be let in again");

    public static readonly Act RecoveryCompleted = new("recovery.completed", "A member was let in again with two recovery shares");

    public static readonly Act TeamMade = new("team.made", "A team was made");

    public static readonly Act TeamChanged = new("team.changed", "A team was renamed");

    public static readonly Act TeamClosed = new("team.closed", "A team was closed");

    public static readonly Act KeysMade = new("keys.made", "A session made or renewed a circle's key");

    public static readonly Act Admitted = new("keys.admitted", "A circle's key was passed to a member");

    public static IReadOnlyList<Act> All { get; } =
    [
        OrganisationFounded, OrganisationChanged, MemberFounded, Invited, Welcomed, SignedIn, SignInRefused, SignedOut, SessionsEnded, PasswordChanged,
        AuthenticatorChanged, RecoveryCodesRenewed, ProfileChanged, RoleGiven, RoleTaken, Suspended, Resumed, RecoveryAsked, RecoveryStopped,
        RecoveryCompleted, TeamMade, TeamChanged, TeamClosed, KeysMade, Admitted,
    ];
}
