using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

[Collection(OfficeHours.Name)]
public sealed class Keeping_a_case(SmallOffice office)
{
    private static readonly string[] Given = ["Чолпон", "Гүлзат", "Асел", "Нургүл"];

    [Theory, OnEveryScreen]
    public async Task From_a_consultation_through_to_approved_closing(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        await desk.GoAsync("/consultations/new");
        await desk.ChooseAsync("Input.Caller", "New");
        await desk.FillAsync("Input.NewName", $"{Given[(int)screen]} Мамбетова");
        await desk.PickAsync("Input.Topics", ("wages", "unp"));
        await desk.ChooseAsync("Input.Next", "OpenCase");
        await desk.PressAsync("Save");
        await Expect(desk.Heading).ToContainTextAsync("Мамбетова");
        await Expect(desk.Page.Locator("[name='Input.Type']")).ToHaveValueAsync("UnpaidWages");
        await desk.FillAsync("Input.Reason", "Three months without pay.");
        await desk.PressAsync("Open the case");
        await Expect(desk.Main).ToContainTextAsync("Three months without pay.");
        var address = desk.Path;

        await desk.FillAsync("Note.Text", "The employer promised to pay on Friday.");
        await desk.PressAsync("Save the note");
        await Expect(desk.Page.Locator(".moj-timeline")).ToContainTextAsync("promised to pay");
        await desk.UnfoldAsync("Add a task");
        await desk.FillAsync("Task.Text", "Ask whether she was paid");
        await desk.FillDateAsync("Task.DueOn", office.Today.AddDays(3));
        await desk.PressAsync("Add the task");
        await Expect(desk.Main).ToContainTextAsync("Ask whether she was paid");
        await desk.UnfoldAsync("Record a service");
        await desk.Page.SelectOptionAsync("[name='Service.Kind']", "legal_advice");
        await desk.PressAsync("Record the service");
        await Expect(desk.Page.Locator(".moj-timeline")).ToContainTextAsync("Service provided");
        await desk.KeepPictureAsync("open");
        await desk.FollowAsync("Plan and tasks");
        await Expect(desk.Main).ToContainTextAsync("Ask whether she was paid");

        await desk.UnfoldAsync("Propose closing");
        await desk.ChooseAsync("Move.Outcome", "Achieved");
        await desk.Page.FillAsync("[name='Move.Recovered']", "45000");
        await desk.Page.Locator("form:has([name='Move.Recovered']) [name='Move.Currency']").SelectOptionAsync("RUB");
        await desk.ChooseAsync("Move.FinishTasks", "true");
        await desk.PressAsync("Propose closing");
        await Expect(desk.Page.Locator(".t-stages [aria-current]")).ToContainTextAsync("Closing");

        await using var supervisor = await office.SitDownAsync("salima", screen);
        await supervisor.GoAsync("/work");
        await Expect(supervisor.Main).ToContainTextAsync("for your approval to close");
        await supervisor.GoAsync(address);
        await supervisor.PressAsync("Approve closing");
        await Expect(supervisor.Page.Locator(".t-stages [aria-current]")).ToContainTextAsync("Closed");
        await Expect(supervisor.Main).ToContainTextAsync("Outcome: Achieved");
        await supervisor.KeepPictureAsync("closed");
    }

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task What_is_written_and_not_saved_comes_back_when_another_form_is_sent(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        await desk.GoAsync("/cases");
        await desk.GoAsync((await desk.Main.Locator("tbody a").First.GetAttributeAsync("href"))!);
        var asked = 0;
        desk.Page.Dialog += (_, dialog) =>
        {
            asked++;
            _ = dialog.AcceptAsync();
        };
        await desk.FillAsync("Note.Text", "She will bring the payslips.");
        await desk.UnfoldAsync("Add a task");
        await desk.FillAsync("Task.Text", "Ask for the payslips");
        await desk.UnfoldAsync("Record a service");
        await desk.Page.SelectOptionAsync("[name='Service.Kind']", "legal_advice");
        await desk.FillAsync("Service.Remark", "By post.");

        await desk.PressAsync("Record the service");

        await Expect(desk.Page.Locator(".moj-timeline")).ToContainTextAsync("By post.");
        await Expect(desk.Page.Locator("[name='Note.Text']")).ToHaveValueAsync("She will bring the payslips.");
        await Expect(desk.Page.Locator("[name='Task.Text']")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("[name='Task.Text']")).ToHaveValueAsync("Ask for the payslips");
        asked.ShouldBe(0);
        // It is still not saved: whoever leaves now is asked, and the next form takes it along again.
        await desk.FillDateAsync("Task.DueOn", office.Today.AddDays(3));
        await desk.PressAsync("Add the task");
        await Expect(desk.Main.Locator(".t-work")).ToContainTextAsync("Ask for the payslips");
        await Expect(desk.Page.Locator("[name='Note.Text']")).ToHaveValueAsync("She will bring the payslips.");
        await desk.PressAsync("Save the note");
        await Expect(desk.Page.Locator(".moj-timeline")).ToContainTextAsync("She will bring the payslips.");
        await Expect(desk.Page.Locator("[name='Note.Text']")).ToHaveValueAsync(string.Empty);
        asked.ShouldBe(0);
    }

    [Theory, OnEveryScreen]
    public async Task Another_team_does_not_find_it(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        await desk.GoAsync("/cases?which=team");
        var address = await desk.Main.Locator("tbody a").First.GetAttributeAsync("href");
        await using var other = await office.SitDownAsync("gulnara", screen);

        var answer = await other.Page.GotoAsync(address!);

        answer!.Status.ShouldBe(404);
        await Expect(other.Heading).ToHaveTextAsync("We could not find that");
        await other.KeepPictureAsync("hidden");
    }

    [Theory, OnEveryScreen]
    public async Task The_number_of_a_case_typed_into_the_header_leads_to_it(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        await desk.GoAsync("/cases");
        var address = await desk.Main.Locator("tbody a").First.GetAttributeAsync("href");
        await desk.GoAsync(address!);
        var number = System.Text.RegularExpressions.Regex.Match(await desk.Page.Locator(".t-identity").InnerTextAsync(), @"20\d\d-[0-9A-F]{6}").Value;
        await desk.GoAsync("/work");

        if (screen == Screen.Phone) await desk.Page.Locator("[data-toggles='t-find']").ClickAsync();
        await desk.Page.FillAsync("#t-search", number);
        await desk.Page.PressAsync("#t-search", "Enter");

        await Expect(desk.Page.Locator(".t-identity")).ToContainTextAsync(number);
        desk.Path.ShouldBe(address);
    }
}
