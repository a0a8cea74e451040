using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>Answers that cannot be are refused where they are typed, with what is wrong.</summary>
public sealed class Impossible_answers_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData("Input.Left.Year", "9999", "Choose a day within 10 years")]
    [InlineData("Input.Left.Year", "2031", "This day has not come yet. Tick that the journey is only planned.")]
    [InlineData("Input.Returned.Year", "2031", "This day has not come yet.")]
    [InlineData("Input.StayUntil.Year", "9999", "Choose a day within 60 years")]
    public async Task A_journey_lies_in_the_years_of_a_life(string field, string year, string message)
    {
        var id = await office.RegisterAsync(Persons.Somebody("Нескорая"));
        using var browser = await office.SignInAsync(office.Caseworker);

        (await (await browser.GetAsync($"/people/{id}/journeys")).PressAsync("Save", ("Input.Destination", "RU"), (field, year))).Errors.ShouldContain(message);
    }

    [Theory]
    [InlineData("Input.From", "evening", "Write the time in hours and minutes, like 18:30.")]
    [InlineData("Input.Channels", "Pigeon", "Choose one of the answers offered: what was sent is none of them.")]
    [InlineData("Input.NeverContact", "perhaps", "Choose one of the answers offered: what was sent is none of them.")]
    public async Task An_answer_that_cannot_be_read_says_what_to_write(string field, string written, string message)
    {
        var id = await office.RegisterAsync(Persons.Somebody("Непонятная"));
        using var browser = await office.SignInAsync(office.Caseworker);

        (await (await browser.GetAsync($"/people/{id}/safe-contact")).PressAsync("Save", (field, written))).Errors.ShouldContain(e => e.EndsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_planned_journey_may_lie_ahead()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Скорая"));
        using var browser = await office.SignInAsync(office.Caseworker);
        var year = office.Clock.GetUtcNow().Year + 1;

        var kept = await (await browser.GetAsync($"/people/{id}/journeys")).PressAsync("Save", ("Input.Destination", "RU"), ("Input.Planned", "true"), ("Input.Left.Year", $"{year}"));

        kept.Text.ShouldContain($"{year} (planned)");
    }

    [Theory]
    [InlineData("Input.Phones[0].Number", "0555 00", "Write the telephone with its digits, like 0555 123 456 or +7 916 123 45 67.")]
    [InlineData("Input.Phones[0].Number", "+7 916 12", "Write the telephone with its digits, like 0555 123 456 or +7 916 123 45 67.")]
    [InlineData("Input.Documents[0].Number", "<b>AC123</b>", "A document number has letters, digits, spaces, - / and № only.")]
    [InlineData("Input.Documents[0].ValidUntil.Year", "9999", "A document is valid for 60 years at most: look at its last day.")]
    public async Task What_nobody_can_dial_or_show_is_not_kept(string field, string written, string message)
    {
        var id = await office.RegisterAsync(Persons.Somebody("Номерова"));
        using var browser = await office.SignInAsync(office.Caseworker);

        var answer = await (await browser.GetAsync($"/people/{id}/edit")).PressAsync("Save", [.. new[] { ("Input.Documents[0].Number", "AC1234567") }.Where(_ => field.EndsWith("Year", StringComparison.Ordinal)), (field, written)]);

        answer.Errors.ShouldContain(message);
    }

    [Theory]
    [InlineData("Input.Phones[0].Number", "5 12 34")]
    [InlineData("Input.Documents[0].Number", "АС №123-45/6")]
    public async Task What_stands_in_real_papers_is_taken(string field, string written)
    {
        var id = await office.RegisterAsync(Persons.Somebody("Бумажная"));
        using var browser = await office.SignInAsync(office.Caseworker);

        (await (await browser.GetAsync($"/people/{id}/edit")).PressAsync("Save", ("Input.Phones[0].Owner", "Herself"), (field, written))).Path.ShouldBe($"/people/{id}");
    }

    [Fact]
    public async Task A_number_that_came_with_a_register_does_not_stop_another_correction()
    {
        var id = await office.RegisterAsync(new NewPerson { Family = "Реестрова", Given = "Айпери", Phones = [new NewPhone("055500", PhoneOwner.Herself) { AsFound = true }] });
        using var browser = await office.SignInAsync(office.Caseworker);

        (await (await browser.GetAsync($"/people/{id}/edit")).PressAsync("Save", ("Input.Village", "Кочкор"))).Path.ShouldBe($"/people/{id}");
    }

    [Fact]
    public async Task A_year_that_cannot_be_read_is_answered_with_the_example_of_a_year()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Годунова"));
        using var browser = await office.SignInAsync(office.Caseworker);

        (await (await browser.GetAsync($"/people/{id}/household")).PressAsync("Save", ("Input.BirthYear", "many"))).Errors.ShouldContain("Write the year in four figures, like 1989.");
    }
}
