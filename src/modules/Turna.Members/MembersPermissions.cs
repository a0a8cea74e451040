using Turna.Kernel;

namespace Turna.Members;

internal static class MembersPermissions
{
    public const string AdministerName = "members.administer";

    public static readonly Permission Administer = new(AdministerName, "Keep accounts, teams, roles and settings", [Role.Administrator]);

    public static IReadOnlyList<Permission> All { get; } = [Administer];
}

internal static class MembersActs
{
    public static readonly Act OrganisationFounded = new("organisation.founded", "An organisation was set up");

    public static readonly Act MemberFounded = new("member.founded", "A member was set up with password, authenticator and keys");

    public static readonly Act SignedIn = new("member.signed-in", "A member signed in");

    public static readonly Act SignInRefused = new("member.sign-in-refused", "A sign-in was refused");

    public static readonly Act SignedOut = new("member.signed-out", "A member signed out");

    public static readonly Act KeysMade = new("keys.made", "A session made or renewed a circle's key");

    public static readonly Act Admitted = new("keys.admitted", "A holder passed a circle's key to a newcomer");

    public static IReadOnlyList<Act> All { get; } =
        [OrganisationFounded, MemberFounded, SignedIn, SignInRefused, SignedOut, KeysMade, Admitted];
}
