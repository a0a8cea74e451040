using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.People.Reviewing;
using Turna.People.Searching;
using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>What contradicts that two records are one person stands beside what agrees, and such a pair comes last.</summary>
public sealed class Contradicting_pair_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Beside_a_record_those_alike_say_what_contradicts_and_come_after_those_whom_nothing_contradicts()
    {
        var her = await office.RegisterAsync(Somebody("Дүйшөнова", "Уулкан", "Асановна", new(1991, 4, 4), "+996555700002"));
        await office.RegisterAsync(Somebody("Дүйшөнова", "Уулкан", "Муратовна", new(1984, 6, 1), "+996555700002"));
        await office.RegisterAsync(Somebody("Duishonova", "Uulkan", "Asanovna", new(1991, 4, 4), null));
        using var browser = await office.SignInAsync(office.Caseworker);

        var text = (await browser.GetAsync($"/people/{her}/likely-same")).Text;

        text.IndexOf("Duishonova", StringComparison.Ordinal).ShouldBeInRange(0, text.IndexOf("Дүйшөнова Уулкан Муратовна", StringComparison.Ordinal));
        text.ShouldContain("dates of birth differ: 4 April 1991 and 1 June 1984");
        text.ShouldContain("fathers’ names differ");
    }

    [Fact]
    public async Task The_day_of_birth_of_a_record_that_does_not_open_is_not_told_by_its_difference()
    {
        await office.RegisterAsync(Somebody("Эшимбекова", "Гүлжамал", null, new(1986, 9, 9), "+996555700003"), office.Protection);
        var her = await office.RegisterAsync(Somebody("Эшимбекова", "Гүлжамал", null, new(1993, 2, 2), "+996555700003"));
        using var browser = await office.SignInAsync(office.Supervisor);

        var text = (await browser.GetAsync($"/people/{her}/likely-same")).Text;

        text.ShouldContain("dates of birth differ");
        text.ShouldNotContain("9 September");
    }

    [Theory]
    [InlineData("Сапаралиева", "Гүлсүн", "1986-09-09")]
    [InlineData("Ырыскелдиева", "Толкунай", "1986-09-10")]
    [InlineData("Мамбеткулова", "Сыймык", "1986-08")]
    [InlineData("Эгембердиева", "Перизат", "1986")]
    public async Task No_guess_tells_the_day_of_birth_of_a_record_that_does_not_open(string family, string given, string guess)
    {
        await office.RegisterAsync(Somebody(family, given, null, new(1986, 9, 9), null) with { Team = office.ProtectionTeam });
        await office.RegisterAsync(Somebody(family, given, null, new(1986, 1, 1), null) with { Born = PartialDate.Of(1986) });
        await using var hers = await office.AsAsync(office.Supervisor);
        PartialDate.TryParse(guess, out var born).ShouldBeTrue();

        var likely = await hers.Get<PersonFinder>().LikelySameAsync(Somebody(family, given, null, new(1986, 1, 1), null) with { Born = born }, hers.Actor, CancellationToken.None);

        likely.Select(p => p.MayOpen).ShouldBe([false, true], "whatever is guessed they stand in one order");
        likely[0].Contradictions.ShouldBeEmpty();
        likely[0].Why.ShouldBe("same given name, same family name, same year of birth");
    }

    [Theory]
    [InlineData("Тургунбекова", "Айсалкын", true)]
    [InlineData("Жолболдуева", "Бермет", false)]
    public async Task A_slip_in_her_day_of_birth_does_not_hide_the_same_document_or_telephone_behind_namesakes(string family, string given, bool byDocument)
    {
        var (phone, papers) = (byDocument ? null : "+996555700004", byDocument ? new NewDocument(DocumentKind.Passport, "AC7700014") : null);
        var same = await office.RegisterAsync(Somebody(family, given, null, new(1988, 2, 3), phone) with { Documents = papers is null ? [] : [papers] });
        for (var i = 0; i < 8; i++) await office.RegisterAsync(new NewPerson { Family = family, Given = given, Born = PartialDate.Of(1988), Sex = Sex.Female });
        await using var hers = await office.AsAsync(office.Caseworker);
        var again = Somebody(family, given, null, new(1988, 3, 2), phone) with { Documents = papers is null ? [] : [papers] };

        var likely = await hers.Get<PersonFinder>().LikelySameAsync(again, hers.Actor, CancellationToken.None);

        likely.Count.ShouldBe(PersonFinder.Suggestions);
        likely[^1].Id.ShouldBe(same, "among those chosen it stands last");
        likely[^1].Contradictions.ShouldBe(["dates of birth differ: 2 March 1988 and 3 February 1988"]);
    }

    [Fact]
    public async Task A_slip_in_a_day_of_birth_does_not_keep_the_same_document_from_those_who_may_be_a_pair()
    {
        const int Places = 4;
        Identity hers = new() { Sex = Sex.Female, Born = "1988-03-02", Names = [new NameForm { Whole = "Байтемирова Уулжан" }], Documents = [new IdentityDocument { Number = "AC7700015" }] };
        var same = await office.RegisterAsync(Somebody("Байтемирова", "Уулжан", null, new(1988, 2, 3), null) with { Documents = [new(DocumentKind.Passport, "AC7700015")] });
        for (var i = 0; i <= Places; i++) await office.RegisterAsync(new NewPerson { Family = "Байтемирова", Given = "Уулжан", Born = PartialDate.Of(1988), Sex = Sex.Female });
        await using var scope = await office.AsAsync(office.Caseworker);

        var alike = await scope.Get<Candidates>().AlikeAsync(new Likeness(hers), _ => false, Places, scope.Actor, CancellationToken.None);

        alike.Count.ShouldBe(Places);
        alike.ShouldContain(a => a.Person == same && a.Match.IsContradicted);
    }

    internal static NewPerson Somebody(string family, string given, string? patronymic, DateOnly born, string? phone) => new()
    {
        Family = family, Given = given, Patronymic = patronymic, Born = PartialDate.From(born), Sex = Sex.Female,
        Phones = phone is null ? [] : [new NewPhone(phone, PhoneOwner.Herself)],
    };
}
