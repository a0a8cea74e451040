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
    public static readonly Act OrganisationFounded = new("organisation.founded", "An organisation and its first administrator were set up");

    public static readonly Act SignedIn = new("member.signed-in", "A member signed in");

    public static readonly Act SignInRefused = new("member.sign-in-refused", "A sign-in was refused");

    public static readonly Act SignedOut = new("member.signed-out", "A member signed out");

    public static readonly Act KeysMade = new("keys.made", "A session made or renewed a circle's key");

    public static IReadOnlyList<Act> All { get; } = [OrganisationFounded, SignedIn, SignInRefused, SignedOut, KeysMade];
}
