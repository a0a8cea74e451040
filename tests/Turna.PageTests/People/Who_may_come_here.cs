using System.Net;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>Each page of a person: no right, another organisation, missing, restricted; and who may.</summary>
public sealed class Who_may_come_here(TestOffice office) : IClassFixture<TestOffice>
{
    public static TheoryData<string> PersonPages => ["", "/edit", "/safe-contact", "/consent", "/journeys", "/household", "/files", "/rights", "/openings", "/access", "/likely-same"];

    public static TheoryData<string> OtherPages => ["/people/search", "/people/new"];

    [Theory]
    [MemberData(nameof(PersonPages))]
    public async Task Pages_of_a_person_open_for_her_organisation_and_nobody_else(string page)
    {
        var id = await office.RegisterAsync(Persons.Somebody());

        (await StatusAsync(office.FrontDesk, $"/people/{id}{page}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(office.Caseworker, $"/people/{id}{page}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(office.Elsewhere, $"/people/{id}{page}")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(office.Analyst, $"/people/{id}{page}")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(office.Administrator, $"/people/{id}{page}")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(office.Caseworker, $"/people/{PersonId.New()}{page}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(PersonPages))]
    public async Task Pages_of_a_restricted_person_open_for_her_protection_team_only(string page)
    {
        var id = await office.RegisterAsync(Persons.Somebody() with { Sensitivity = PersonSensitivity.Restricted, Team = office.ProtectionTeam });

        (await StatusAsync(office.Protection, $"/people/{id}{page}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(office.Caseworker, $"/people/{id}{page}")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(office.OtherTeam, $"/people/{id}{page}")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(office.Supervisor, $"/people/{id}{page}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(OtherPages))]
    public async Task Search_and_registering_are_for_those_who_work_with_people(string page)
    {
        (await StatusAsync(office.FrontDesk, page)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(office.Supervisor, page)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(office.Analyst, page)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Retention_is_the_supervisors()
    {
        (await StatusAsync(office.Supervisor, "/people/retention")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(office.Caseworker, "/people/retention")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpStatusCode> StatusAsync(TestMember member, string path)
    {
        using var browser = await office.SignInAsync(member);
        return (await browser.GetOnlyAsync(path)).Status;
    }
}
