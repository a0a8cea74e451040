using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.Web.Demonstration;

namespace Turna.Web.CommandLine;

/// <summary>The made-up office of the demonstration. Its passwords and secrets are known to everybody, so <c>serve</c> refuses its folder.</summary>
internal static class DemoOffice
{
    public const string Password = "cranes come home in spring";

    public static OrganisationId Organisation { get; } = OrganisationId.From(Guid.Parse("0199b000-0000-7000-8000-000000000001"));

    public static TeamId LegalTeam { get; } = TeamId.From(Guid.Parse("0199b000-0000-7000-8000-000000000011"));

    public static TeamId ProtectionTeam { get; } = TeamId.From(Guid.Parse("0199b000-0000-7000-8000-000000000012"));

    public static TeamId OshOffice { get; } = TeamId.From(Guid.Parse("0199b000-0000-7000-8000-000000000013"));

    public static OrganisationPlan Plan { get; } = new(
        Organisation,
        "Жол Турна",
        [new TeamPlan(LegalTeam, "Юристы, Бишкек"), new TeamPlan(ProtectionTeam, "Группа защиты"), new TeamPlan(OshOffice, "Офис в Оше")],
        [
            Someone(1, "salima", "Салима Токтогулова", new RoleGrant(Role.Supervisor, LegalTeam), new RoleGrant(Role.Supervisor, ProtectionTeam), new RoleGrant(Role.Supervisor, OshOffice)),
            Someone(2, "ayana", "Аяна Сыдыкова", new RoleGrant(Role.Caseworker, LegalTeam)),
            Someone(3, "daniyar", "Данияр Осмонов", new RoleGrant(Role.Caseworker, LegalTeam), new RoleGrant(Role.Caseworker, OshOffice)),
            Someone(4, "gulnara", "Гульнара Эсенова", new RoleGrant(Role.Protection, ProtectionTeam)),
            Someone(5, "meerim", "Мээрим Жолдошева", new RoleGrant(Role.Protection, ProtectionTeam), new RoleGrant(Role.Caseworker, LegalTeam)),
            Someone(6, "nurlan", "Нурлан Абдиев", new RoleGrant(Role.FrontDesk, LegalTeam)),
            Someone(7, "zarina", "Зарина Юсупова", new RoleGrant(Role.FrontDesk, OshOffice)),
            Someone(8, "erkin", "Эркин Мамытов", new RoleGrant(Role.Analyst, null)),
            Someone(9, "admin", "Бакыт Орозов", new RoleGrant(Role.Administrator, null)),
        ]);

    /// <summary>The desks at which the demonstration's two years are worked, the busiest named twice.</summary>
    public static IReadOnlyList<DemoDesk> Desks { get; } =
    [
        new(Plan.Members[1].Id, Password, LegalTeam), new(Plan.Members[1].Id, Password, LegalTeam), new(Plan.Members[2].Id, Password, LegalTeam),
        new(Plan.Members[2].Id, Password, OshOffice), new(Plan.Members[3].Id, Password, ProtectionTeam), new(Plan.Members[4].Id, Password, ProtectionTeam),
        new(Plan.Members[5].Id, Password, LegalTeam), new(Plan.Members[6].Id, Password, OshOffice),
    ];

    /// <summary>Who approves closings.</summary>
    public static DemoDesk SupervisorsDesk { get; } = new(Plan.Members[0].Id, Password, LegalTeam);

    /// <summary>What the sign-in page of the demonstration shows.</summary>
    public static KnownSignIns SignIns(TimeProvider clock) => new(
        [.. Plan.Members.Select(m => new FoundedMember(new Actor(m.Id, Organisation, m.Roles), m.SignInName, m.Name, m.Password, m.TotpSecret!, []))], clock);

    private static MemberPlan Someone(int number, string signInName, string name, params RoleGrant[] roles) =>
        new(MemberId.From(Guid.Parse($"0199b000-0000-7000-8000-0000000001{number:00}")), signInName, name, Password, roles)
        {
            TotpSecret = $"TURNADEMO{new string("ABCDEFGHIJ"[number], 23)}",
        };
}
