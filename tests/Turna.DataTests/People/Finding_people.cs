using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Registering;
using Turna.Testing;

namespace Turna.DataTests.People;

public abstract class Finding_people(TestOffice office)
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
    [InlineData("00996 (555) 123 456")]
    [InlineData("8 (0555) 12-34-56")]
    [InlineData("8 555 123456")]
    [InlineData("AN 1234567")]
    [InlineData("АН1234567")]
    public async Task She_is_found_however_she_is_asked_for(string query)
    {
        var id = await Register(new NewPerson
        {
            Family = "Асанова", Given = "Айгүл", Sex = Sex.Female, Born = PartialDate.Of(1989, 5), Phones = [new NewPhone("0555123456", PhoneOwner.Herself)],
            Documents = [new NewDocument(DocumentKind.Passport, "AN1234567", "KG")], HomeOblast = "41706000000000", Village = "Кара-Суу",
        });

        var answer = await Search(query, office.FrontDesk, 500);

        answer.Ask.ShouldBeNull();
        var found = answer.People.SingleOrDefault(p => p.Id == id).ShouldNotBeNull();
        (found.Name, found.BirthYear, found.Place).ShouldBe(("Асанова Айгүл", 1989, "Кара-Суу"));
        found.Why.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("8 (0559) 77-88-99", "0559778899")]
    [InlineData("8-0312-97-88-99", "+996 312 978899")]
    [InlineData("8 555 978899", "0555978899")]
    public async Task A_telephone_written_with_the_long_distance_eight_is_found_without_it(string written, string query)
    {
        var id = await Register(new NewPerson { Family = "Асанова", Given = "Айгүл", Phones = [new NewPhone(written, PhoneOwner.Herself)] });

        (await Search(query, office.FrontDesk, 500)).People.ShouldContain(p => p.Id == id);
    }

    [Theory]
    [InlineData("Асанова")]
    [InlineData("Айгүл")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("А.")]
    public async Task One_name_alone_asks_for_more(string query)
    {
        var answer = await Search(query, office.FrontDesk);

        answer.People.ShouldBeEmpty();
        answer.Ask.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Жумабекова Нургуль")]
    [InlineData("0700999888")]
    public async Task Who_holds_no_key_gets_the_same_answer_for_known_and_unknown(string query)
    {
        await Register(new NewPerson { Family = "Жумабекова", Given = "Нургуль", Phones = [new NewPhone("0700999888", PhoneOwner.Herself)] });

        (await Search(query, office.Elsewhere)).People.ShouldBeEmpty();
        (await Search(query, office.Analyst)).ShouldBe(SearchAnswer.Nobody);
        (await Search(query, office.Administrator)).ShouldBe(SearchAnswer.Nobody);
        (await Search(query, office.FrontDesk)).People.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Restricted_people_are_found_by_protection_staff_and_supervisors_of_their_team_only()
    {
        var id = await Register(new NewPerson { Family = "Токтогулова", Given = "Бермет", Sensitivity = PersonSensitivity.Restricted, Team = office.ProtectionTeam });

        (await Search("Токтогулова Бермет", office.Protection)).People.ShouldContain(p => p.Id == id);
        (await Search("Токтогулова Бермет", office.ProtectionSupervisor)).People.ShouldContain(p => p.Id == id);
        (await Search("Токтогулова Бермет", office.Caseworker)).People.ShouldBeEmpty();
        (await Search("Токтогулова Бермет", office.OtherTeam)).People.ShouldBeEmpty();
        (await Search("Токтогулова Бермет", office.Supervisor)).People.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_thief_of_the_files_finds_neither_names_nor_numbers()
    {
        await Register(new NewPerson { Family = "Кадырмамбетова", Given = "Сайкалбүбү", Phones = [new NewPhone("+996 777 314 159", PhoneOwner.Herself)], Village = "Чоң-Жаргылчак" });

        foreach (var file in Directory.EnumerateFiles(office.DataFolder, "turna.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes, Cancel);
            foreach (var needle in (string[])["Кадырмамбетова", "Сайкалбүбү", "777314159", "Чоң-Жаргылчак"])
            {
                bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(needle)).ShouldBe(-1, $"{needle} in {Path.GetFileName(file)}");
                bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes(needle)).ShouldBe(-1, $"{needle} in {Path.GetFileName(file)}");
            }
        }
    }

    private async Task<PersonId> Register(NewPerson person)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var result = await scope.Get<RegisterPerson>().HandleAsync(person, [], scope.Actor, Cancel);
        result.Error.ShouldBeNull();
        return result.Value;
    }

    private async Task<SearchAnswer> Search(string query, TestMember member, int most = PersonFinder.Suggestions)
    {
        await using var scope = await office.AsAsync(member);
        return await scope.Get<PersonFinder>().SearchAsync(query, scope.Actor, Cancel, most);
    }
}

public sealed class Finding_people_on_sqlite(TestOffice office) : Finding_people(office), IClassFixture<TestOffice>;

public sealed class Finding_people_on_postgres(PostgresOffice office) : Finding_people(office), IClassFixture<PostgresOffice>;
