using Microsoft.Extensions.DependencyInjection;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.DataTests.People;

public sealed class Finding_people(Office office) : IClassFixture<Office>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Асанова Айгүл")]
    [InlineData("айгуль асанова")]
    [InlineData("Aigul Asanova")]
    [InlineData("ASANOVA AIGUL")]
    [InlineData("айгуль аса")]
    [InlineData("асанова айг")]
    [InlineData("А. Асанова")]
    [InlineData("Асанова А.")]
    [InlineData("Айгүл 1989")]
    [InlineData("Асанова 1990")]
    [InlineData("0555 12-34-56")]
    [InlineData("+996555123456")]
    [InlineData("8 (996) 555 123 456")]
    [InlineData("AN 1234567")]
    [InlineData("АН1234567")]
    public async Task She_is_found_however_she_is_asked_for(string query)
    {
        var id = await Register(new NewPerson
        {
            Family = "Асанова", Given = "Айгүл", Sex = Sex.Female, Born = PartialDate.Of(1989, 5), Phones = [new NewPhone("0555123456")],
            Documents = [new NewDocument(DocumentKind.Passport, "AN1234567", "KG")], HomeOblast = "41706000000000", Village = "Кара-Суу",
        });

        var answer = await Search(query, office.Desk, 500);

        answer.Ask.ShouldBeNull();
        var found = answer.People.SingleOrDefault(p => p.Id == id).ShouldNotBeNull();
        found.Name.ShouldBe("Асанова Айгүл");
        found.BirthYear.ShouldBe(1989);
        found.Place.ShouldBe("Кара-Суу");
        found.Why.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Асанова")]
    [InlineData("Айгүл")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("А.")]
    public async Task One_name_alone_asks_for_more(string query)
    {
        var answer = await Search(query, office.Desk);

        answer.People.ShouldBeEmpty();
        answer.Ask.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Жумабекова Нургуль")]
    [InlineData("0700999888")]
    public async Task Without_keys_known_and_unknown_are_the_same(string query)
    {
        await Register(new NewPerson { Family = "Жумабекова", Given = "Нургуль", Phones = [new NewPhone("0700999888")] });

        var known = await office.AsAsync(office.Desk, s => s.GetRequiredService<PersonFinder>().SearchAsync(query, office.Desk, Cancel), withKeys: false);

        known.ShouldBe(SearchAnswer.Nobody);
    }

    [Fact]
    public async Task Restricted_people_are_found_by_their_own_protection_team_only()
    {
        var id = await Register(new NewPerson { Family = "Токтогулова", Given = "Бермет", Sensitivity = PersonSensitivity.Restricted, Team = office.Shelter });

        (await Search("Токтогулова Бермет", office.Protector)).People.ShouldContain(p => p.Id == id);
        (await Search("Токтогулова Бермет", office.Supervisor)).People.ShouldContain(p => p.Id == id);
        (await Search("Токтогулова Бермет", office.Caseworker)).People.ShouldBeEmpty();
        (await Search("Токтогулова Бермет", office.Desk)).People.ShouldBeEmpty();
    }

    private async Task<PersonId> Register(NewPerson person)
    {
        var result = await office.AsAsync(office.Caseworker, s => s.GetRequiredService<Turna.People.Registering.RegisterPerson>().HandleAsync(person, office.Caseworker, Cancel));
        result.Error.ShouldBeNull();
        return result.Value;
    }

    private Task<SearchAnswer> Search(string query, Actor actor, int most = PersonFinder.Suggestions) =>
        office.AsAsync(actor, s => s.GetRequiredService<PersonFinder>().SearchAsync(query, actor, Cancel, most));
}
